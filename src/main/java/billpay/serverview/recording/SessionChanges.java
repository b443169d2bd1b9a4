package billpay.serverview.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import billpay.serverview.exchange.AttributeChange;
import org.jspecify.annotations.Nullable;

/**
 * What one request does to the attributes of its session, gathered from step to step:
 * what other requests do at the same time comes between the steps and is not its doing.
 */
final class SessionChanges {

	private final Map<String, Values> byName = new TreeMap<>();

	void add(@Nullable SessionSnapshot before, @Nullable SessionSnapshot after) {
		if (before == after) {
			return;
		}
		Map<String, Object> first = SessionSnapshot.attributesOf(before);
		Map<String, Object> last = SessionSnapshot.attributesOf(after);
		last.forEach((name, value) -> add(name, first.get(name), value));
		first.forEach((name, value) -> {
			if (!last.containsKey(name)) {
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

	SessionChanges and(@Nullable SessionSnapshot before, @Nullable SessionSnapshot after) {
		if (before == after) {
			return this;
		}
		SessionChanges both = new SessionChanges();
		both.byName.putAll(this.byName);
		both.add(before, after);
		return both;
	}

	List<AttributeChange> toList(SessionValueFormatter formatter) {
		List<AttributeChange> changes = new ArrayList<>(this.byName.size());
		this.byName.forEach((name, values) -> {
			Object before = values.before();
			Object after = values.after();
			if (before == null && after != null) {
				changes.add(new AttributeChange(AttributeChange.Kind.ADDED, formatter.attribute(name, after), null));
			}
			else if (before != null && after == null) {
				changes.add(new AttributeChange(AttributeChange.Kind.REMOVED, formatter.attribute(name, before), null));
			}
			else if (before != null && !before.equals(after)) {
				changes.add(new AttributeChange(AttributeChange.Kind.CHANGED, formatter.attribute(name, after),
						formatter.attribute(name, before).value()));
			}
		});
		return changes;
	}

	private record Values(@Nullable Object before, @Nullable Object after) {
	}

}
