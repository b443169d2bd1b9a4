package billpay.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Configures Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private static final CacheControl IMMUTABLE = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	@Bean
	Clock clock() {
		return Clock.systemDefaultZone();
	}

	@Bean
	CookieDefinition languageCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.longLived("BILLPAY_LANGUAGE", "language");
	}

	@Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
	FlashMapManager flashMapManager() {
		return new LatestFlashMapManager();
	}

	// Makes "redirect:" answer 303 without a host in the address (RFC 9110, section
	// 15.4.4), and buffers pages.
	@Bean
	static BeanPostProcessor thymeleafViewResolverCustomizer() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof ThymeleafViewResolver views) {
					views.setRedirectHttp10Compatible(false);
					views.setViewClass(BufferedThymeleafView.class);
				}
				return bean;
			}
		};
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor language = new LocaleChangeInterceptor() {
			@Override
			protected Locale parseLocaleValue(String asked) {
				Locale supported = LanguageCookieLocaleResolver.nearest(Locale.forLanguageTag(asked));
				if (supported == null) {
					throw new IllegalArgumentException("Not supported");
				}
				return supported;
			}
		};
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		language.setHttpMethods("GET");
		registry.addInterceptor(language);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/{file:.+-[0-9a-f]{32}[.][a-z]+}")
			.addResourceLocations("classpath:/" + AssetUrls.FOLDER)
			.setCacheControl(IMMUTABLE)
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
		registry.addResourceHandler("/webjars/**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/")
			.setCacheControl(IMMUTABLE);
	}

}
