package billpay.session;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.session.SessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a session id is made of.
 */
class SessionIdTests {

	private final SessionIdGenerator ids = new SessionConfiguration().sessionIdGenerator();

	@Test
	@Tag("S2")
	void tenThousandIdsAreAllDifferentAndOfAtLeast128RandomBits() {
		List<String> generated = Stream.generate(this.ids::generate).limit(10_000).toList();
		assertThat(generated).doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(Base64.getUrlDecoder().decode(id)).hasSizeGreaterThanOrEqualTo(16))
			.allSatisfy((id) -> assertThatIllegalArgumentException().isThrownBy(() -> UUID.fromString(id)));
	}

	@Test
	@Tag("S2")
	void everyBitOfAnIdVaries() {
		byte[] ones = new byte[16];
		byte[] zeros = new byte[16];
		Stream.generate(this.ids::generate).limit(1000).map(Base64.getUrlDecoder()::decode).forEach((id) -> {
			for (int i = 0; i < 16; i++) {
				ones[i] |= id[i];
				zeros[i] |= (byte) ~id[i];
			}
		});
		assertThat(ones).containsOnly(-1);
		assertThat(zeros).containsOnly(-1);
	}

}
