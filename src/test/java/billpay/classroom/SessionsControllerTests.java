package billpay.classroom;

import java.util.Collections;
import java.util.List;

import billpay.session.SessionDirectory;
import billpay.session.SessionFingerprint;
import billpay.session.SessionStoreInfo;
import billpay.support.ControllerTest;
import billpay.web.Paging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link SessionsController} decides.
 */
@ControllerTest(SessionsController.class)
@Import(SessionTermination.class)
@WithMockUser(username = "chuck", roles = "INSTRUCTOR")
class SessionsControllerTests {

	private static final SessionRow ROW = new SessionRow("#a3f90c17", "mark", "0:12:40", "0:29:59", List.of(), false);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FindByIndexNameSessionRepository<? extends Session> sessions;

	@MockitoBean
	private SessionDirectory directory;

	@MockitoBean
	private SessionRowFactory rows;

	@MockitoBean
	private SessionStoreInfo store;

	@BeforeEach
	void aStore() {
		given(this.store.key()).willReturn("memory");
		given(this.rows.create(any(), any(), any())).willReturn(ROW);
	}

	private void stored(int count) {
		willReturn(Collections.nCopies(count, new MapSession("the-id"))).given(this.directory)
			.findNewest(anyInt(), anyInt());
		given(this.directory.count()).willReturn((long) count);
	}

	@Test
	void aPageHasTwentySessions() {
		stored(21);
		assertThat(this.mvc.get().uri("/instructor/sessions?page=2")).hasStatusOk()
			.hasViewName("classroom/sessions")
			.model()
			.containsEntry("rows", Collections.nCopies(20, ROW))
			.containsEntry("count", 21L)
			.containsEntry("paging", new Paging("/instructor/sessions", 2, true));
		then(this.directory).should().findNewest(20, 21);
	}

	@Test
	void aPageThatDoesNotExistIsNotFound() {
		assertThat(this.mvc.get().uri("/instructor/sessions?page=0")).hasStatus(HttpStatus.NOT_FOUND);
		verifyNoInteractions(this.directory);
	}

	@Test
	void aSessionIsEndedByItsFingerprint() {
		stored(1);
		assertThat(this.mvc.post().uri("/instructor/sessions/{key}/end", fingerprint()).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/instructor/sessions")
			.flash()
			.containsEntry("notice", "notice.session-ended");
		then(this.sessions).should().deleteById("the-id");
	}

	@Test
	void aSessionThatIsGoneIsNotFound() {
		assertThat(this.mvc.post().uri("/instructor/sessions/{key}/end", fingerprint()).with(csrf()))
			.hasStatus(HttpStatus.NOT_FOUND);
		then(this.sessions).should(never()).deleteById(any());
	}

	@Test
	@WithMockUser("mark")
	void aCustomerIsNotLetIn() {
		assertThat(this.mvc.get().uri("/instructor/sessions")).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.directory);
	}

	private static String fingerprint() {
		return SessionFingerprint.of("the-id").substring(1);
	}

}
