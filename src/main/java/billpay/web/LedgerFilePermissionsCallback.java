package billpay.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import org.springframework.stereotype.Component;

/**
 * Makes H2's file readable by its owner alone before anything is written into it. H2
 * leaves its permissions to the operating system, which as a rule lets everybody on the
 * machine read it. Does nothing for another database, nor where files have no POSIX
 * permissions.
 */
@Component
class LedgerFilePermissionsCallback extends BaseCallback {

	private static final String H2_FILE = "jdbc:h2:file:";

	private static final String SUFFIX = ".mv.db";

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		try {
			String url = context.getConnection().getMetaData().getURL();
			if (url.startsWith(H2_FILE)) {
				restrict(Path.of(url.substring(H2_FILE.length()) + SUFFIX));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void restrict(Path file) throws IOException {
		PosixFileAttributeView permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (permissions != null) {
			permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
		}
	}

}
