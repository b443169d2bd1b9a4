package billpay.classroom;

import billpay.serverview.ServerViewProperties;
import billpay.session.SessionStoreInfo;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * What {@link LessonController} decides.
 */
@ControllerTest(LessonController.class)
@Import(ClassroomConfiguration.class)
@EnableConfigurationProperties(ServerViewProperties.class)
class LessonControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private SessionStoreInfo store;

	@MockitoBean
	private CookieSerializer cookie;

	@Test
	void theLessonsAreOpenToEverybody() {
		assertThat(this.mvc.get().uri("/lessons")).hasStatusOk()
			.hasViewName("classroom/lessons")
			.model()
			.containsEntry("stealing", true);
	}

	@Test
	void theLessonSaysWhatBecameOfTheSessionThatTheCookieNames() {
		given(this.store.key()).willReturn("memory");
		assertThat(this.mvc.get().uri("/lessons/two-nodes").with((request) -> {
			request.setRequestedSessionId("of-another-node");
			request.setRequestedSessionIdValid(false);
			return request;
		})).hasStatusOk()
			.hasViewName("classroom/two-nodes")
			.model()
			.containsEntry("store", "memory")
			.hasEntrySatisfying("trace", (trace) -> assertThat(((SessionTrace) trace).key()).isEqualTo("not-found"));
	}

}
