package billpay.lab.technique;

import java.util.List;

import billpay.web.error.NotFoundException;

import org.springframework.stereotype.Component;

/**
 * All techniques, in the order in which they are taught.
 */
@Component
public class TechniqueRegistry {

	private final List<Technique> all;

	TechniqueRegistry(List<Technique> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * The names of all techniques.
	 * @return the names in order
	 */
	public List<String> names() {
		return this.all.stream().map(Technique::name).toList();
	}

	/**
	 * All techniques.
	 * @return the techniques in order
	 */
	public List<Technique> all() {
		return this.all;
	}

	/**
	 * Finds a technique.
	 * @param name its name
	 * @return the technique
	 * @throws NotFoundException when there is none
	 */
	public Technique get(String name) {
		return this.all.stream()
			.filter((technique) -> technique.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("error.404"));
	}

}
