package billpay.bill;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import billpay.account.CustomerSignedUpEvent;
import billpay.web.error.RefusedRequestException;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gives a new customer a number of their own and a bill due on it, so that the students
 * of a class do not share the numbers of the demo customers.
 */
@Component
class NewCustomerListener {

	private static final int NUMBERS_PER_AREA = 100;

	private final PhoneNumberRepository numbers;

	private final BillRepository bills;

	private final BillProperties properties;

	private final Clock clock;

	NewCustomerListener(PhoneNumberRepository numbers, BillRepository bills, BillProperties properties, Clock clock) {
		this.numbers = numbers;
		this.bills = bills;
		this.properties = properties;
		this.clock = clock;
	}

	@EventListener
	void issueFirstBill(CustomerSignedUpEvent customer) {
		PhoneNumber number = newNumber();
		this.numbers.assign(number, customer.name());
		LocalDate today = LocalDate.now(this.clock);
		this.bills.issue(number, today.withDayOfMonth(1), this.properties.initialAmount(),
				today.plus(Bill.PAYMENT_TERM));
	}

	private PhoneNumber newNumber() {
		PhoneNumber number = nth(this.numbers.nextSequenceValue());
		while (this.numbers.exists(number)) {
			number = nth(this.numbers.nextSequenceValue());
		}
		return number;
	}

	private PhoneNumber nth(long n) {
		List<String> areas = this.properties.areaCodes();
		if (n >= (long) areas.size() * NUMBERS_PER_AREA) {
			// More numbers need another area code in billpay.bill.area-codes.
			throw new RefusedRequestException(HttpStatus.SERVICE_UNAVAILABLE, "error.no-number-left");
		}
		String area = areas.get((int) (n / NUMBERS_PER_AREA));
		return new PhoneNumber("+1%s5550%d".formatted(area, NUMBERS_PER_AREA + n % NUMBERS_PER_AREA));
	}

}
