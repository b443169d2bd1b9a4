package billpay.serverview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pages that show what the server remembers of a browser. To look at one is not to use
 * the session: it prolongs none, changes none, begins none and is not recorded. A module
 * that has such pages says so by a bean.
 *
 * @param paths the pages' paths below the context path
 */
public record ReadOnlyPages(Set<String> paths) {

	static Set<String> pathsOf(List<ReadOnlyPages> looks) {
		return looks.stream().flatMap((look) -> look.paths().stream()).collect(Collectors.toUnmodifiableSet());
	}

}
