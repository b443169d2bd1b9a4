package billpay.serverview;

import billpay.support.OnRedis;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The server view tells the truth where sessions are in Redis.
 */
@OnRedis
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServerViewTruthOnRedisTests extends ServerViewTruth {

}
