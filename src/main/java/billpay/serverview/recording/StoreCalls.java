package billpay.serverview.recording;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The calls of one request to the session store in their order. Two that say the same one
 * after the other are one: an error page asks again.
 */
final class StoreCalls {

	private final List<StoreCall> calls = new ArrayList<>();

	void add(StoreCall.Kind kind, String fingerprint, @Nullable String before) {
		StoreCall call = new StoreCall(kind, fingerprint, before);
		if (this.calls.isEmpty() || !this.calls.get(this.calls.size() - 1).equals(call)) {
			this.calls.add(call);
		}
	}

	List<StoreCall> toList() {
		return List.copyOf(this.calls);
	}

}
