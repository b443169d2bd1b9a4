package billpay.lab.technique.signed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;

import billpay.lab.order.LabOrder;
import billpay.lab.technique.CookieBasedTechnique;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.LabProperties;
import billpay.lab.technique.ReadablePart;
import billpay.lab.technique.Technique;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Writes the order into a signed token (JWT, RFC 7519), which a script sends along as a
 * bearer token (RFC 6750).
 */
@Component
@Order(10)
class TokenTechnique implements Technique {

	private static final String BEARER = "Bearer ";

	private static final String ORDER = "order";

	private static final List<String> READABLE = List.of("header", "payload");

	private final JwtEncoder encoder;

	private final JwtDecoder decoder;

	private final LabProperties properties;

	private final Clock clock;

	TokenTechnique(@Qualifier("labKey") SecretKey key, LabProperties properties, Clock clock) {
		JwtTimestampValidator notExpired = new JwtTimestampValidator();
		notExpired.setClock(clock);
		NimbusJwtDecoder nimbus = NimbusJwtDecoder.withSecretKey(key).build();
		nimbus.setJwtValidator(notExpired);
		this.encoder = NimbusJwtEncoder.withSecretKey(key).build();
		this.decoder = nimbus;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "token";
	}

	@Override
	public String encode(LabOrder order) {
		Instant now = this.clock.instant();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.claim(ORDER, order.toText())
			.expiresAt(now.plus(this.properties.keep()))
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

	@Override
	public boolean canCarry(String text) {
		return CookieBasedTechnique.HEADER_SAFE.matcher(text).matches();
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (authorization != null && authorization.startsWith(BEARER)) ? authorization.substring(BEARER.length())
				: null;
	}

	@Override
	public DecodedState decode(String state) {
		try {
			Jwt token = this.decoder.decode(state);
			return DecodedState.ofText(token.getClaimAsString(ORDER));
		}
		catch (JwtValidationException ex) {
			return new DecodedState.Refused("expired");
		}
		catch (JwtException ex) {
			return new DecodedState.Refused("token");
		}
	}

	// The middle of the three parts is the order, in Base64, which is no secret.
	@Override
	public String tamper(String state, UnaryOperator<String> edit) {
		String[] parts = state.split("[.]");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		parts[1] = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(edit.apply(claims).getBytes(StandardCharsets.UTF_8));
		return String.join(".", parts);
	}

	// Not by Nimbus, which reads whole tokens only: a token that was cut is shown as far
	// as it goes.
	@Override
	public List<ReadablePart> readableParts(String state) {
		String[] encoded = state.split("[.]");
		return IntStream.range(0, Math.min(READABLE.size(), encoded.length))
			.mapToObj((part) -> readablePart(READABLE.get(part), encoded[part]))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<ReadablePart> readablePart(String name, String encoded) {
		try {
			JsonNode json = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(encoded));
			return (json.isObject()) ? Optional.of(new ReadablePart(name, json.toPrettyString())) : Optional.empty();
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty(); // The customer can write any text.
		}
	}

	@Override
	public String format() {
		return "token";
	}

	@Override
	public boolean isFetched() {
		return true;
	}

}
