package billpay.serverview.exchange;

import java.util.List;

import billpay.cookies.SetCookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What goes back to a browser, as it may be shown and kept: no secret is in it.
 *
 * @param status the status
 * @param location where it sends the browser, {@code null} when nowhere
 * @param setCookies what the browser is to keep or forget
 * @param title the title of the page, {@code null} when it is none
 * @param node the node that answered, {@code null} when there is only one
 * @param headers the headers without cookies, in their order; none while the response is
 * being written
 */
public record RecordedResponse(int status, @Nullable String location, List<SetCookie> setCookies,
		@Nullable String title, @Nullable String node, List<Header> headers) {

	/**
	 * Status and reason phrase (RFC 9110, section 15).
	 * @return such as {@code 303 See Other}
	 */
	public String statusLine() {
		HttpStatus known = HttpStatus.resolve(this.status);
		return (known != null) ? this.status + " " + known.getReasonPhrase() : Integer.toString(this.status);
	}

	/**
	 * Whether it sends the browser to an address.
	 * @param target the address
	 * @return {@code true} for a redirect there
	 */
	public boolean leadsTo(String target) {
		// The browser keeps what is behind # to itself.
		return this.location != null && target.equals(this.location.split("#", 2)[0]);
	}

	RecordedResponse withoutTitle() {
		return new RecordedResponse(this.status, this.location, this.setCookies, null, this.node, this.headers);
	}

}
