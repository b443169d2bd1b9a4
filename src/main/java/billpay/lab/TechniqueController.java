package billpay.lab;

import billpay.lab.measurement.BytesChart;
import billpay.lab.measurement.ComparisonTable;
import billpay.lab.measurement.Measurements;
import billpay.lab.technique.TechniqueRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The comparison of all techniques, and the page of each.
 */
@Controller
class TechniqueController {

	private final TechniqueRegistry techniques;

	private final TechniqueViewFactory views;

	private final Measurements measurements;

	TechniqueController(TechniqueRegistry techniques, TechniqueViewFactory views, Measurements measurements) {
		this.techniques = techniques;
		this.views = views;
		this.measurements = measurements;
	}

	@GetMapping("/lab")
	String lab(Model model) {
		model.addAttribute("techniques", this.techniques.names());
		model.addAttribute("table", ComparisonTable.of(this.techniques.names(), this.measurements));
		model.addAttribute("chart", BytesChart.of(this.techniques.names(), this.measurements));
		model.addAttribute("browser", this.views.browser());
		model.addAttribute("script", this.views.script());
		return "lab/lab";
	}

	@GetMapping("/lab/{technique}")
	String technique(@PathVariable("technique") String name, HttpServletRequest request, Model model) {
		model.addAttribute("form", NumberForm.suggested());
		model.addAttribute("change", ChangeForm.of(""));
		model.addAttribute("technique", this.views.of(this.techniques.get(name), request));
		return "lab/technique";
	}

	@GetMapping("/lab/")
	String withoutSlash() {
		return "redirect:/lab";
	}

	// Addresses of forms, which a browser may be asked for again.
	@GetMapping({ "/lab/{technique}/number", "/lab/{technique}/change" })
	String begin(@PathVariable("technique") String name) {
		return "redirect:/lab/" + this.techniques.get(name).name();
	}

}
