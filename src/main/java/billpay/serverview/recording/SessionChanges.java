package billpay.serverview.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What one request does to the attributes of its session, gathered from step to step:
 * what other requests do at the same time comes between the steps and is not its doing.
 */
final class SessionChanges {

	private final Map<String, Values> byName = new TreeMap<>();

	SessionChanges() {
	}

	private SessionChanges(SessionChanges others) {
		this.byName.putAll(others.byName);
	}

	/**
	 * Adds a step.
	 * @param before the attributes as the store last told them
	 * @param after the attributes as the request has them
	 */
	void add(Map<String, Object> before, Map<String, Object> after) {
		if (before == after) {
			return;
		}
		after.forEach((name, value) -> add(name, before.get(name), value));
		before.forEach((name, value) -> {
			if (!after.containsKey(name)) {
				add(name, value, null);
			}
		});
	}

	private void add(String name, @Nullable Object before, @Nullable Object after) {
		if (before == null || !before.equals(after)) {
			this.byName.merge(name, new Values(before, after),
					(first, next) -> new Values(first.before(), next.after()));
		}
	}

	/**
	 * These changes and one more step.
	 * @param before the attributes as the store last told them
	 * @param after the attributes as the request has them
	 * @return both
	 */
	SessionChanges and(Map<String, Object> before, Map<String, Object> after) {
		if (before == after) {
			return this;
		}
		SessionChanges both = new SessionChanges(this);
		both.add(before, after);
		return both;
	}

	/**
	 * What there is to be told.
	 * @return the changes, by name
	 */
	List<Change> told() {
		List<Change> changes = new ArrayList<>(this.byName.size());
		this.byName.forEach((name, values) -> {
			Object before = values.before();
			Object after = values.after();
			if (before == null && after != null) {
				changes.add(new Change(Change.Kind.ADDED, ReadableValues.attribute(name, after), null));
			}
			else if (before != null && after == null) {
				changes.add(new Change(Change.Kind.REMOVED, ReadableValues.attribute(name, before), null));
			}
			else if (before != null && !before.equals(after)) {
				changes.add(new Change(Change.Kind.CHANGED, ReadableValues.attribute(name, after),
						ReadableValues.attribute(name, before).value()));
			}
		});
		return changes;
	}

	/**
	 * An attribute at first and in the end.
	 */
	private record Values(@Nullable Object before, @Nullable Object after) {
	}

}
