package billpay.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Restricts H2's file to its owner before anything is written to it: H2 leaves the
 * permissions to the operating system, which usually lets every user of the machine read
 * it. Does nothing for another database, nor where files have no POSIX permissions.
 */
@Component
class LedgerFilePermissionsCallback extends BaseCallback {

	private static final Logger log = LoggerFactory.getLogger(LedgerFilePermissionsCallback.class);

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
				restrict(fileOf(url));
			}
		}
		catch (SQLException | IOException ex) {
			log.warn("The permissions of the ledger's file are left as they are", ex);
		}
	}

	private static Path fileOf(String url) {
		String name = url.substring(H2_FILE.length()) + SUFFIX;
		// To H2, a leading ~ is the home directory.
		return Path.of((name.startsWith("~")) ? System.getProperty("user.home") + name.substring(1) : name);
	}

	private static void restrict(Path file) throws IOException {
		PosixFileAttributeView permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (permissions != null) {
			permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
		}
	}

}
