package billpay.demo;

import java.util.List;

/**
 * The demo data are being reset. Published inside the transaction: every module withdraws
 * its data of the demo customers and deletes nothing, because receipts are permanent.
 * Then {@link DemoDataLoader} writes the demo data again.
 *
 * @param customers the names of the demo customers, at least one
 */
public record DemoResetEvent(List<String> customers) {
}
