package billpay.web;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Identifies this process among several nodes: {@code billpay.node}, usually set by the
 * environment variable {@code BILLPAY_NODE}. Every page shows it.
 *
 * @param name a short name such as {@code node 1}; {@code null} for a single node, which
 * is not named. One line of visible characters, because it is shown in the header of
 * every page
 */
@Validated
@ConfigurationProperties("billpay")
public record NodeProperties(@Name("node") @Pattern(regexp = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,20}",
		message = "the name of a node has 1 to 20 visible characters") @Nullable String name) {

	public NodeProperties {
		name = (name != null && !name.isBlank()) ? name.strip() : null;
	}

}
