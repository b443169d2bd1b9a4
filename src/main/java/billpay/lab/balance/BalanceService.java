package billpay.lab.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import billpay.lab.balance.SessionBalance.Event;
import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Service;

/**
 * Keeps balances in sessions, on two nodes that have a memory each, with all that comes
 * of it. A browser has one session, and the one before it that the page still shows.
 */
@Service
class BalanceService {

	static final BigDecimal AMOUNT = new BigDecimal("100.00");

	private static final String BALANCE = "balance";

	private final List<LabSessionRepository> nodes;

	private final Bank bank;

	BalanceService(LabProperties properties, SessionIdGenerator ids, Bank bank) {
		this.nodes = List.of(new LabSessionRepository(properties, ids), new LabSessionRepository(properties, ids));
		this.bank = bank;
	}

	String begin(Owner owner) {
		return begin(0, owner, this.bank.open(), Event.OPENED, null);
	}

	/**
	 * Ends the session of a browser and the one before it, so that a page that begins
	 * again leaves none behind.
	 * @param id the session of the browser
	 */
	synchronized void end(String id) {
		find(id).ifPresent((found) -> {
			delete(found.balance().previous());
			delete(id);
		});
	}

	private void delete(@Nullable String id) {
		if (id != null) {
			this.nodes.forEach((node) -> node.deleteById(id));
		}
	}

	/**
	 * Finds a session, on whichever node it is.
	 * @param id the session's id
	 * @return the session, empty when no node has it
	 */
	Optional<Found> find(String id) {
		return IntStream.range(0, this.nodes.size())
			.mapToObj((node) -> new Found(node, this.nodes.get(node).findById(id)))
			.filter((found) -> found.session() != null)
			.findFirst();
	}

	BigDecimal paidOut(SessionBalance balance) {
		return this.bank.paidOut(balance.account());
	}

	/**
	 * Does something in a browser. One at a time: what goes wrong here goes wrong on
	 * purpose.
	 * @param action what is done
	 * @param id the session of the browser
	 * @param owner who sits there
	 * @return the session of the browser afterwards
	 */
	synchronized String perform(BalanceAction action, String id, Owner owner) {
		return find(id).map((found) -> perform(action, found, owner)).orElseGet(() -> begin(owner));
	}

	private String perform(BalanceAction action, Found found, Owner owner) {
		LabSessionRepository node = this.nodes.get(found.node());
		String id = found.session().getId();
		String account = found.balance().account();
		switch (action) {
			case WITHDRAW -> withdraw(node, found.session(), Event.WITHDRAWN);
			case TWO_TABS -> withdrawInTwoTabs(node, id);
			case EXPIRE -> {
				end(id);
				return begin(found.node(), owner, account, Event.EXPIRED, id);
			}
			case OTHER_NODE -> {
				delete(found.balance().previous());
				return withdrawOn(1 - found.node(), id, owner, account);
			}
		}
		return id;
	}

	// Both requests load the session before either has saved it.
	private void withdrawInTwoTabs(LabSessionRepository node, String id) {
		MapSession first = node.findById(id);
		MapSession second = node.findById(id);
		withdraw(node, first, Event.WITHDRAWN);
		withdraw(node, second, Event.TWO_TABS);
	}

	// The other node does not have the session in its memory, and begins one.
	private String withdrawOn(int node, String id, Owner owner, String account) {
		String begun = begin(node, owner, account, Event.OTHER_NODE, id);
		LabSessionRepository other = this.nodes.get(node);
		withdraw(other, other.findById(begun), Event.OTHER_NODE);
		return begun;
	}

	private void withdraw(LabSessionRepository node, @Nullable MapSession session, Event event) {
		if (session == null) {
			return; // It has expired at this moment.
		}
		SessionBalance balance = session.getRequiredAttribute(BALANCE);
		if (balance.covers(AMOUNT)) {
			this.bank.pay(balance.account(), AMOUNT);
			session.setAttribute(BALANCE, balance.minus(AMOUNT, event));
		}
		else {
			session.setAttribute(BALANCE, balance.with(Event.NOT_ENOUGH));
		}
		session.setLastAccessedTime(Instant.now());
		node.save(session);
	}

	private String begin(int node, Owner owner, String account, Event event, @Nullable String previous) {
		MapSession session = this.nodes.get(node).createSession();
		session.setAttribute(BALANCE, new SessionBalance(owner.deposit(), account, event, previous));
		this.nodes.get(node).save(session);
		return session.getId();
	}

	/**
	 * A session and where it is.
	 *
	 * @param node which node has it, from 0
	 * @param session the session
	 */
	record Found(int node, MapSession session) {

		SessionBalance balance() {
			return this.session.getRequiredAttribute(BALANCE);
		}

	}

}
