package billpay.lab.technique;

/**
 * A technique whose state is the order itself, as readable text. The server believes it.
 */
abstract class PlainTextTechnique implements Technique {

	@Override
	public String encode(LabOrder order) {
		return order.toText();
	}

	@Override
	public Recollection decode(String state) {
		return LabOrder.parse(state)
			.<Recollection>map(Recollection.Remembered::new)
			.orElseGet(() -> new Recollection.Refused("unreadable"));
	}

}
