package billpay;

import billpay.support.Browser;
import billpay.support.MockMvcBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The story over MockMvc, with the real session cookie: MockMvc's {@code .session(...)}
 * is ignored once Spring Session's filter is in place (spring-session #2037).
 */
@SpringBootTest
@AutoConfigureMockMvc
class WalkTests extends WalkStory {

	@Autowired
	private MockMvcTester mvc;

	@Override
	Browser newBrowser() {
		return new MockMvcBrowser(this.mvc);
	}

}
