package billpay.web;

import org.jspecify.annotations.Nullable;

/**
 * The page of a list that is shown, and the addresses of the pages beside it. The first
 * page has the newest entries.
 *
 * @param path the address of the first page
 * @param number the page that is shown, from 1 on
 * @param hasOlder whether there is a page after it
 */
public record Paging(String path, int number, boolean hasOlder) {

	/**
	 * The address of the page that is shown.
	 * @return a path below the context path
	 */
	public String url() {
		return urlOf(this.number);
	}

	/**
	 * The address of the page with newer entries.
	 * @return a path below the context path, {@code null} on the first page
	 */
	public @Nullable String newer() {
		return (this.number > 1) ? urlOf(this.number - 1) : null;
	}

	/**
	 * The address of the page with older entries.
	 * @return a path below the context path, {@code null} on the last page
	 */
	public @Nullable String older() {
		return (this.hasOlder) ? urlOf(this.number + 1) : null;
	}

	/**
	 * Whether there is any page beside this one.
	 * @return {@code false} when the list fits on one page
	 */
	public boolean isNeeded() {
		return this.number > 1 || this.hasOlder;
	}

	private String urlOf(int page) {
		return (page == 1) ? this.path : this.path + "?page=" + page;
	}

}
