/**
 * What the instructor does for a class: the next month's bills, the demo data back at
 * their start. May use {@code bill} and {@code web}; the shop does not know that it is
 * being taught with.
 */
@ApplicationModule(allowedDependencies = { "bill", "web" })
@NullMarked
package billpay.classroom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
