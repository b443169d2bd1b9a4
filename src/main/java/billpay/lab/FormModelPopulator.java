package billpay.lab;

import billpay.lab.measurement.Measurements;
import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import billpay.lab.technique.Technique;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of the page with the form of the second request, and of the page with a
 * form that was refused.
 */
@Component
class FormModelPopulator {

	private final TechniqueViewFactory views;

	private final OrderFormatter orders;

	FormModelPopulator(TechniqueViewFactory views, OrderFormatter orders) {
		this.views = views;
		this.orders = orders;
	}

	/**
	 * Fills the model.
	 * @param technique the technique
	 * @param state what the browser is to send along, empty for nothing
	 * @param order the order, {@code null} when the state was changed
	 * @param request the request that is answered
	 * @param response its response, with the cookies that are set
	 * @param model the model
	 */
	void populate(Technique technique, String state, @Nullable LabOrder order, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		TechniqueView view = this.views.of(technique, request);
		model.addAttribute("technique", view);
		model.addAttribute("state", state);
		model.addAttribute("given", !state.isEmpty());
		model.addAttribute("readable", technique.readableParts(state));
		model.addAttribute("due", (order != null) ? this.orders.due(order) : null);
		String tooLong = (isTooLong(technique, state, view.result())) ? view.result().limitReason() : null;
		model.addAttribute("tooLong", tooLong);
		model.addAttribute("kept", !"cookie".equals(tooLong));
		model.addAttribute("change", ChangeForm.of(state));
		model.addAttribute("exchange", CurrentExchange.of(request, response, true, state, technique.receive(request)));
	}

	/**
	 * Fills the model of the technique's page for a form that was refused.
	 * @param technique the technique
	 * @param request the request that is answered
	 * @param response its response
	 * @param model the model, with both forms
	 * @return the name of the page's view
	 */
	String refuse(Technique technique, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("technique", this.views.of(technique, request));
		return "lab/technique";
	}

	// As long as that of the smallest cart with which the second request was measured to
	// fail.
	private static boolean isTooLong(Technique technique, String state, Measurements.Result measured) {
		Integer limit = measured.limit();
		return limit != null && state.length() >= technique.encode(LabOrder.of(Subscriber.MARK, limit)).length();
	}

}
