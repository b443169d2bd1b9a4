package billpay.web.demo;

/**
 * The demo data are being reset. Published inside the transaction: every module withdraws
 * what the demo customers have there and deletes nothing, because receipts exist for
 * ever. {@link DemoDataLoader} then write the demo data once more.
 */
public record DemoResetEvent() {
}
