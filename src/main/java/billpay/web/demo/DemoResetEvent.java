package billpay.web.demo;

/**
 * The demo data are being reset. Published inside the transaction: every module withdraws
 * its data of the demo customers and deletes nothing, because receipts are permanent.
 * Then {@link DemoDataLoader} writes the demo data again.
 */
public record DemoResetEvent() {
}
