package billpay.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * The page for a request that Tomcat refuses before any filter sees it, such as one whose
 * path cannot be decoded, and for an error page that itself fails: a sentence, under the
 * same response headers as every other answer, in place of Tomcat's own page. It links to
 * nothing, because there may be no application to link into.
 */
class LastResortPage extends ErrorReportValve {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="%1$s">
			<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%2$s – BillPay</title>
			</head>
			<body>
				<main>
					<h1>%2$s</h1>
					<p class="lead">%3$s</p>
				</main>
			</body>
			</html>
			""";

	private final MessageSource messages;

	LastResortPage(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable ignored) {
		if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported() || !canWrite(response)) {
			return;
		}
		SecurityHeaders.write(request, response);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setContentType("text/html");
		response.setCharacterEncoding("utf-8");
		try {
			Writer writer = response.getReporter();
			if (writer != null) {
				Locale locale = Languages.preferred(request);
				writer.write(
						page(this.messages, ErrorPages.sentence(this.messages, response.getStatus(), locale), locale));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean canWrite(Response response) {
		AtomicBoolean allowed = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
		return allowed.get();
	}

	static String page(MessageSource messages, String sentence, Locale locale) {
		String title = messages.getMessage("error.title", null, locale);
		return PAGE.formatted(locale.toLanguageTag(), HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(sentence));
	}

}
