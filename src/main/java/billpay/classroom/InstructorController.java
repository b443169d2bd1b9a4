package billpay.classroom;

import java.security.Principal;
import java.time.YearMonth;
import java.util.OptionalInt;

import billpay.bill.BillRun;
import billpay.web.demo.DemoProperties;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the instructor; Spring Security protects it.
 */
@Controller
class InstructorController {

	private static final Logger log = LoggerFactory.getLogger(InstructorController.class);

	private static final String PAGE = "redirect:/instructor";

	private final BillRun billRun;

	private final DemoResetter demoResetter;

	private final DemoProperties demo;

	InstructorController(BillRun billRun, DemoResetter demoResetter, DemoProperties demo) {
		this.billRun = billRun;
		this.demoResetter = demoResetter;
		this.demo = demo;
	}

	@GetMapping("/instructor")
	String page(@ModelAttribute("form") IssueBillsForm form, Model model) {
		model.addAttribute("nextMonth", this.billRun.month());
		model.addAttribute("latest", this.billRun.latest().orElse(null));
		model.addAttribute("demo", this.demo.enabled());
		return "classroom/instructor";
	}

	@PostMapping("/instructor/bills")
	String issueBills(@Valid @ModelAttribute("form") IssueBillsForm form, BindingResult errors, Principal user,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			OptionalInt issued = this.billRun.issue(form.read());
			if (issued.isPresent()) {
				return issued(form.read(), issued.getAsInt(), user, redirect);
			}
			errors.rejectValue("month", "instructor.next.not-next", new Object[] { form.read() }, null);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(form, model);
	}

	private static String issued(YearMonth month, int count, Principal user, RedirectAttributes redirect) {
		log.info("bills-issued: user={} month={} count={}", user.getName(), month, count);
		redirect.addFlashAttribute("notice", (count > 0) ? "notice.bills-issued" : "notice.no-bill-issued");
		return PAGE;
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
		return PAGE;
	}

}
