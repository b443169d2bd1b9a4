package billpay.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/**
 * The URLs of the static files. Each contains a version, so that browsers may cache it
 * for ever: our own files the hash of their content, computed at start, Pico its release.
 */
@Component
public class AssetUrls {

	static final String FOLDER = "static/";

	private final String styles;

	private final String icon;

	private final String pico;

	private final String errorSummary;

	AssetUrls(@Value("${billpay.pico-version}") String picoVersion) {
		this.styles = urlOf("app.css");
		this.icon = urlOf("icon.svg");
		this.errorSummary = urlOf("error-summary.js");
		this.pico = "/webjars/picocss__pico/" + picoVersion + "/css/pico.min.css";
	}

	/**
	 * The URL of a file.
	 * @param file its name in {@code static}
	 * @return the path below the context path
	 */
	public String urlOf(String file) {
		ContentVersionStrategy strategy = new ContentVersionStrategy();
		String version = strategy.getResourceVersion(new ClassPathResource(FOLDER + file));
		return "/assets/" + strategy.addVersion(file, version);
	}

	public String getStyles() {
		return this.styles;
	}

	public String getIcon() {
		return this.icon;
	}

	public String getPico() {
		return this.pico;
	}

	public String getErrorSummary() {
		return this.errorSummary;
	}

}
