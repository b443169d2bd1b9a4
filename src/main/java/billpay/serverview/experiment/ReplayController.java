package billpay.serverview.experiment;

import java.util.Locale;

import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.conversation.ReplayComparison;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.web.error.NotFoundException;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The experiment that asks for the last page once more, without a cookie, and leads to
 * both responses side by side.
 */
@Controller
class ReplayController {

	private final ServerViewCookie cookie;

	private final ConversationRepository conversations;

	private final Replay replay;

	ReplayController(ServerViewCookie cookie, ConversationRepository conversations, Replay replay) {
		this.cookie = cookie;
		this.conversations = conversations;
		this.replay = replay;
	}

	@PostMapping(path = "/server-view/experiments", params = "experiment=replay")
	String repeat(HttpServletRequest request, Locale locale) {
		ServerViewCookie.Choice choice = this.cookie.read(request);
		String token = choice.token();
		Exchange page = this.conversations.find(token).sentBy(choice.otherBrowser()).lastPage();
		if (token == null || page == null || !Replay.isPossible(request)) {
			throw new NotFoundException("error.nothing-to-replay");
		}
		ReplayComparison comparison = this.replay.repeat(page, request, locale);
		this.conversations.keep(token, comparison);
		if (comparison == null) {
			throw new RefusedRequestException(HttpStatus.SERVICE_UNAVAILABLE, "error.not-replayed");
		}
		ExchangeRecorder.recordExperiment(request, Experiment.REPLAY);
		return "redirect:/server-view#comparison";
	}

}
