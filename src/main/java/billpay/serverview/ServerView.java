package billpay.serverview;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of a page has of the server view.
 *
 * @param maker makes the pane
 * @param recording the notes of the request, {@code null} when nobody takes any
 * @param request the request
 * @param response its answer
 * @param locale the page's language
 */
record ServerView(PaneMaker maker, @Nullable ExchangeRecorder recording, HttpServletRequest request,
		HttpServletResponse response, Locale locale) {

	/**
	 * Whether the pane is on the page.
	 * @return {@code false} when this browser has switched it off
	 */
	public boolean isOn() {
		return this.recording != null && this.recording.isShown();
	}

	/**
	 * Whether the page may carry a form that switches: its token needs a session, and for
	 * this no session is begun.
	 * @return {@code true} when there is a token already
	 */
	public boolean isSwitchable() {
		return PaneMaker.tokenOf(this.request) != null;
	}

	/**
	 * The pane. To be asked for last of all, because rendering the page may still begin a
	 * session.
	 * @param title the page's title
	 * @param path the page's path below the context path
	 * @return markup
	 */
	public String pane(String title, String path) {
		return (this.recording != null) ? this.maker.write(this, this.recording, title, path) : "";
	}

}
