package billpay.classroom;

import java.security.Principal;

import billpay.demo.DemoProperties;
import billpay.demo.DemoResetter;
import billpay.web.error.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The button that resets the demo data, while there are any; Spring Security protects it.
 */
@Controller
class DemoResetController {

	private static final Logger log = LoggerFactory.getLogger(DemoResetController.class);

	private final DemoResetter demoResetter;

	private final DemoProperties demo;

	DemoResetController(DemoResetter demoResetter, DemoProperties demo) {
		this.demoResetter = demoResetter;
		this.demo = demo;
	}

	@PostMapping("/instructor/reset")
	String resetDemo(Principal user, RedirectAttributes redirect) {
		if (!this.demo.enabled()) {
			throw new NotFoundException("error.no-demo-data");
		}
		boolean done = this.demoResetter.reset();
		if (done) {
			log.info("demo-reset: user={}", user.getName());
		}
		redirect.addFlashAttribute("notice", (done) ? "notice.demo-reset" : "notice.try-again");
		return "redirect:/instructor";
	}

}
