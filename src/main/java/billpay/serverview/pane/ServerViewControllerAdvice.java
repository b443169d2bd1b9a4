package billpay.serverview.pane;

import java.util.List;
import java.util.Locale;

import billpay.serverview.UnrecordedPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the layout of every page its {@link ServerView}.
 */
@ControllerAdvice
class ServerViewControllerAdvice {

	private final PaneFactory panes;

	private final List<UnrecordedPages> unrecorded;

	ServerViewControllerAdvice(PaneFactory panes, List<UnrecordedPages> unrecorded) {
		this.panes = panes;
		this.unrecorded = unrecorded;
	}

	@ModelAttribute("serverView")
	@Nullable ServerView serverView(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		return (UnrecordedPages.match(this.unrecorded, request)) ? null
				: new ServerView(this.panes, request, response, locale);
	}

}
