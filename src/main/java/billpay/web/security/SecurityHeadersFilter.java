package billpay.web.security;

import java.util.List;

import billpay.web.FilterOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * Writes Spring Security's response headers to every response (OWASP ASVS 3.4). It comes
 * before all other filters of {@link FilterOrder}, because inside the security chain
 * error pages and static files would miss the headers.
 */
public class SecurityHeadersFilter extends HeaderWriterFilter {

	/** Nothing inline, nothing from elsewhere; {@code data:} is for Pico's own icons. */
	public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final List<HeaderWriter> WRITERS = List.of(
			new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY), new XContentTypeOptionsHeaderWriter(),
			new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
			new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN), openerPolicy(), resourcePolicy(),
			new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=()"), new HstsHeaderWriter());

	SecurityHeadersFilter() {
		super(WRITERS);
		setShouldWriteHeadersEagerly(true);
	}

	/**
	 * Writes the headers to a response that no filter sees.
	 * @param request the request
	 * @param response the response that gets the headers
	 */
	public static void write(HttpServletRequest request, HttpServletResponse response) {
		WRITERS.forEach((writer) -> writer.writeHeaders(request, response));
	}

	private static CrossOriginOpenerPolicyHeaderWriter openerPolicy() {
		CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
		writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		return writer;
	}

	private static CrossOriginResourcePolicyHeaderWriter resourcePolicy() {
		CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
		writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
		return writer;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
