package billpay.classroom;

import java.security.Principal;
import java.time.YearMonth;
import java.util.OptionalInt;

import billpay.bill.BillRun;
import billpay.demo.DemoProperties;
import billpay.web.format.LocalizedDateFormatter;
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
 * The page of the instructor, and the form that issues bills; Spring Security protects
 * them.
 */
@Controller
class InstructorController {

	private static final Logger log = LoggerFactory.getLogger(InstructorController.class);

	private final BillRun billRun;

	private final DemoProperties demo;

	private final LocalizedDateFormatter dates;

	InstructorController(BillRun billRun, DemoProperties demo, LocalizedDateFormatter dates) {
		this.billRun = billRun;
		this.demo = demo;
		this.dates = dates;
	}

	@GetMapping("/instructor")
	String page(@ModelAttribute("form") IssueBillsForm form, Model model) {
		YearMonth next = this.billRun.nextMonth();
		model.addAttribute("next", next);
		model.addAttribute("nextMonth", this.dates.month(next.atDay(1)));
		model.addAttribute("missing", this.billRun.countNumbersWithout(next));
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
		return "redirect:/instructor";
	}

}
