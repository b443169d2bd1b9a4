package billpay.classroom;

import java.util.Set;

import billpay.availability.SessionOptionalPages;
import billpay.serverview.ReadOnlyPages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What other modules have to know of the lessons: everybody may read them, and reading
 * one leaves the session alone.
 */
@Configuration(proxyBeanMethods = false)
class LessonConfiguration {

	private static final Set<String> LESSON_PATHS = Set.of(LessonController.LESSONS, LessonController.TWO_NODES);

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> lessonAccess() {
		return (requests) -> requests.requestMatchers(LessonController.LESSONS + "/**").permitAll();
	}

	@Bean
	ReadOnlyPages lessonPages() {
		return new ReadOnlyPages(LESSON_PATHS);
	}

	@Bean
	SessionOptionalPages sessionOptionalLessonPages() {
		return new SessionOptionalPages(LESSON_PATHS);
	}

}
