package billpay.serverview.pane;

import java.util.Locale;

import billpay.serverview.recording.ExchangeRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What the layout of a page has of the server view.
 */
public final class ServerView {

	private static final CsrfTokenRepository FORM_TOKENS = new HttpSessionCsrfTokenRepository();

	private final PaneFactory panes;

	private final @Nullable ExchangeRecorder recorder;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private final Locale locale;

	ServerView(PaneFactory panes, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		this.panes = panes;
		this.recorder = ExchangeRecorder.of(request);
		this.request = request;
		this.response = response;
		this.locale = locale;
	}

	/**
	 * Whether the pane is on the page.
	 * @return {@code false} when this browser has switched it off
	 */
	public boolean isOn() {
		return this.recorder != null && this.recorder.choice().on();
	}

	/**
	 * Whether the page may carry a form of the server view: its token needs a session.
	 * None is made for this: that would change the session, or begin one.
	 * @return {@code true} when there is a token already
	 */
	public boolean isSwitchable() {
		return FORM_TOKENS.loadToken(this.request) != null;
	}

	/**
	 * Makes the pane. The layout asks for it at the end of the page, and no interceptor
	 * before it: the title is the template's, and rendering may begin a session for the
	 * token of a form, whose cookie the pane has to show.
	 * @param title the page's title
	 * @param path the page's path below the context path
	 * @return what the pane shows, {@code null} when it cannot be made
	 */
	public @Nullable Pane createPane(String title, String path) {
		return (this.recorder != null)
				? this.panes.create(this.recorder, this.request, this.response, this.locale, title, path) : null;
	}

}
