package billpay.web;

/**
 * The demo begins anew. Published inside the transaction that does it: every room puts
 * away what the demo customers have there, and deletes nothing, because receipts exist
 * for ever. {@link DemoScripts} then write the demo data once more.
 */
public record DemoResetEvent() {
}
