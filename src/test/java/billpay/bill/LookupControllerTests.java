package billpay.bill;

import java.util.List;
import java.util.Optional;

import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link LookupController} decides.
 */
@ControllerTest(LookupController.class)
@Import(LookupFormValidator.class)
@WithMockUser("mark")
class LookupControllerTests {

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private PhoneNumberRepository numbers;

	@MockitoBean
	private PhoneNumberViewFactory views;

	@Test
	void theFormOffersTheCustomersNumbersAndTheOneLookedUpLast() {
		PhoneNumberView own = new PhoneNumberView("+1 212-555-0142", "+12125550142", true, List.of());
		given(this.views.of("mark", Optional.of(NUMBER))).willReturn(List.of(own));
		assertThat(this.mvc.get().uri("/lookup").sessionAttr("phoneNumber", NUMBER)).hasStatusOk()
			.hasViewName("bill/lookup")
			.model()
			.containsEntry("numbers", List.of(own))
			.containsEntry("nothingDue", true)
			.containsEntry("form", new LookupForm("+1 212-555-0142"));
	}

	@Test
	void aKnownNumberIsRememberedInTheSession() {
		given(this.numbers.exists(NUMBER)).willReturn(true);
		assertThat(this.mvc.post().uri("/lookup").with(csrf()).param("phoneNumber", "(212) 555-0142"))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/bill")
			.request()
			.sessionAttributes()
			.containsEntry("phoneNumber", NUMBER);
	}

	@ParameterizedTest
	@CsvSource({ "'', Enter a mobile number.", "911, This number is too short.",
			"+1 212-555-0199, We have no customer with the number +1 212-555-0199." })
	void anyOtherNumberIsRefusedAtTheFieldAndTheRememberedOneStays(String typed, String reason) {
		assertThat(this.mvc.post()
			.uri("/lookup")
			.with(csrf())
			.sessionAttr("phoneNumber", NUMBER)
			.param("phoneNumber", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasViewName("bill/lookup")
			.satisfies((result) -> {
				assertThat(result).bodyText().contains(reason);
				assertThat(result).model().extractingBindingResult("form").hasOnlyFieldErrors("phoneNumber");
				assertThat(result).request().sessionAttributes().containsEntry("phoneNumber", NUMBER);
			});
	}

	@Test
	@WithAnonymousUser
	void lookupRequiresLogin() {
		assertThat(this.mvc.get().uri("/lookup")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/login?next=%2Flookup");
	}

}
