package billpay.lab;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The words of the lab, each in a sentence. To add one, add its name here and its two
 * messages.
 */
@Controller
class WordsController {

	private static final List<Topic> TOPICS = List.of(
			new Topic("exchange",
					List.of("http", "server", "request", "response", "method", "header", "body", "status", "redirect",
							"referer", "query-string", "hidden-field")),
			new Topic("state",
					List.of("order", "state", "cookie", "http-only", "same-site", "path", "session", "set-attribute",
							"redis", "node", "web-storage", "script")),
			new Topic("secret", List.of("key", "signature", "hmac", "base64", "token", "bearer", "csrf", "tls")),
			new Topic("tools", List.of("developer-tools", "curl", "access-log")));

	@GetMapping("/lab/words")
	String words(Model model) {
		model.addAttribute("topics", TOPICS);
		return "lab/words";
	}

	/**
	 * Words that belong together.
	 *
	 * @param name the end of the key of their heading
	 * @param words the ends of their keys
	 */
	public record Topic(String name, List<String> words) {

	}

}
