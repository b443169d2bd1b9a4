package billpay.web;

import java.util.List;

import billpay.web.LayoutLink.Place;

/**
 * The links of the modules, by the place where they stand.
 *
 * @param header at the top of every page
 * @param footer at the bottom of every page
 * @param home on the home page
 * @param nothingDue where no bill is due
 */
public record LayoutLinks(List<LayoutLink> header, List<LayoutLink> footer, List<LayoutLink> home,
		List<LayoutLink> nothingDue) {

	static LayoutLinks of(List<LayoutLink> links) {
		return new LayoutLinks(in(Place.HEADER, links), in(Place.FOOTER, links), in(Place.HOME, links),
				in(Place.NOTHING_DUE, links));
	}

	private static List<LayoutLink> in(Place place, List<LayoutLink> links) {
		return links.stream().filter((link) -> link.place() == place).toList();
	}

}
