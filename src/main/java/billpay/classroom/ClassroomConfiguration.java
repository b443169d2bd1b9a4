package billpay.classroom;

import java.util.Set;

import billpay.availability.SessionOptionalPages;
import billpay.serverview.ReadOnlyPages;
import billpay.web.LayoutLink;
import billpay.web.LayoutLink.Place;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What other modules have to know of this one: its links, that everybody may read the
 * lessons, and that reading one leaves the session alone.
 */
@Configuration(proxyBeanMethods = false)
class ClassroomConfiguration {

	private static final Set<String> LESSON_PATHS = Set.of(LessonController.LESSONS, LessonController.TWO_NODES);

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> lessonAccess() {
		return (requests) -> requests.requestMatchers(LessonController.LESSONS + "/**").permitAll();
	}

	@Bean
	LayoutLink instructorLink() {
		return new LayoutLink(Place.HEADER, "/instructor", "layout.instructor", true);
	}

	@Bean
	LayoutLink nextMonthLink() {
		return new LayoutLink(Place.NOTHING_DUE, "/instructor", "bill.options.next-month", true);
	}

	@Bean
	LayoutLink lessonsLink() {
		return new LayoutLink(Place.FOOTER, LessonController.LESSONS, "layout.lessons", false);
	}

	@Bean
	LayoutLink twoNodesLink() {
		return new LayoutLink(Place.HOME, LessonController.TWO_NODES, "two-nodes.title", false);
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
