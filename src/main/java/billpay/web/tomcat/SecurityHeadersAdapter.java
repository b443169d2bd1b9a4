package billpay.web.tomcat;

import java.io.IOException;

import billpay.web.security.SecurityHeadersFilter;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/**
 * Adds the security headers to the two responses that Tomcat sends before valves and
 * filters: to {@code OPTIONS *}, and to a context path without its slash.
 */
class SecurityHeadersAdapter extends CoyoteAdapter {

	SecurityHeadersAdapter(Connector connector) {
		super(connector);
	}

	@Override
	protected boolean postParseRequest(org.apache.coyote.Request coyoteRequest, Request request,
			org.apache.coyote.Response coyoteResponse, Response response) throws IOException, ServletException {
		boolean unanswered = super.postParseRequest(coyoteRequest, request, coyoteResponse, response);
		if (!unanswered) {
			SecurityHeadersFilter.write(request, response);
		}
		return unanswered;
	}

}
