/**
 * The demo data: whether there are any, and how they get into the database.
 */
@NamedInterface("demo")
@NullMarked
package billpay.web.demo;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
