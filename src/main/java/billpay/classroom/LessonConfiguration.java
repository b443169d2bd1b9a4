package billpay.classroom;

import java.util.Set;

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

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> lessonAccess() {
		return (requests) -> requests.requestMatchers(LessonController.LESSONS + "/**").permitAll();
	}

	@Bean
	ReadOnlyPages lessonPages() {
		return new ReadOnlyPages(Set.of(LessonController.LESSONS, LessonController.TWO_NODES));
	}

}
