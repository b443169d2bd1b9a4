package billpay.serverview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pages that only show what the server has stored of a browser. A request for one
 * prolongs no session, changes none, begins none and is not recorded. A module that has
 * such pages declares them as a bean.
 *
 * @param paths the pages' paths below the context path
 */
public record ReadOnlyPages(Set<String> paths) {

	/**
	 * The paths of several modules' pages.
	 * @param pages the pages
	 * @return their paths
	 */
	public static Set<String> pathsOf(List<ReadOnlyPages> pages) {
		return pages.stream().flatMap((page) -> page.paths().stream()).collect(Collectors.toUnmodifiableSet());
	}

}
