package billpay.serverview.pane;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the layout of every page its {@link ServerView}.
 */
@ControllerAdvice
class ServerViewControllerAdvice {

	private final PaneFactory panes;

	ServerViewControllerAdvice(PaneFactory panes) {
		this.panes = panes;
	}

	@ModelAttribute("serverView")
	ServerView serverView(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		return new ServerView(this.panes, request, response, locale);
	}

}
