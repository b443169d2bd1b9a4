package billpay.serverview;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The server view tells the truth where sessions are in the server's memory.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag("session")
class ServerViewTruthTests extends ServerViewTruth {

}
