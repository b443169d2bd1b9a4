package billpay.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which pages stand beside a page of a list.
 */
class PagingTests {

	@Test
	void aListOfOnePageNeedsNoLinks() {
		assertThat(new Paging("/payments", 1, false)).returns(false, Paging::isNeeded)
			.returns("/payments", Paging::url)
			.returns(null, Paging::newer)
			.returns(null, Paging::older);
	}

	@Test
	void aPageLinksToTheOnesBesideIt() {
		assertThat(new Paging("/payments", 2, true)).returns(true, Paging::isNeeded)
			.returns("/payments?page=2", Paging::url)
			.returns("/payments", Paging::newer)
			.returns("/payments?page=3", Paging::older);
	}

	@Test
	void theLastPageLinksBack() {
		assertThat(new Paging("/payments", 3, false)).returns(true, Paging::isNeeded)
			.returns("/payments?page=2", Paging::newer)
			.returns(null, Paging::older);
	}

}
