package billpay.web.tomcat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import billpay.web.LanguageCookieLocaleResolver;
import billpay.web.error.PlainErrorPage;
import billpay.web.security.SecurityHeadersFilter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Sends a {@link PlainErrorPage} with the security headers for a request that Tomcat
 * refuses before any filter, such as one whose path cannot be decoded, and when the error
 * page itself fails.
 */
class PlainErrorReportValve extends ErrorReportValve {

	private final PlainErrorPage page;

	PlainErrorReportValve(PlainErrorPage page) {
		this.page = page;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable ignored) {
		if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported() || !canWrite(response)) {
			return;
		}
		SecurityHeadersFilter.write(request, response);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setContentType("text/html");
		response.setCharacterEncoding("utf-8");
		try {
			Writer writer = response.getReporter();
			if (writer != null) {
				writer.write(this.page.render(response.getStatus(), localeOf(request)));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Tomcat cannot parse the header at which it gave up when headers were too long: it
	// has no value.
	private static Locale localeOf(Request request) {
		boolean complete = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE))
			.stream()
			.allMatch(Objects::nonNull);
		return (complete) ? LanguageCookieLocaleResolver.preferred(request)
				: LanguageCookieLocaleResolver.SUPPORTED.get(0);
	}

	private static boolean canWrite(Response response) {
		AtomicBoolean allowed = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
		return allowed.get();
	}

}
