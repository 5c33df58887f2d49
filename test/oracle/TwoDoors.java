import java.nio.file.Files;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with a connector for plain http and one that says it is secure, each at a free port. */
final class TwoDoors {
    final Tomcat tomcat = new Tomcat();
    final Connector plain;
    final Connector secure = new Connector();

    TwoDoors() throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(0);
        plain = tomcat.getConnector();
        secure.setPort(0);
        secure.setSecure(true);
        secure.setScheme("https");
        tomcat.getService().addConnector(secure);
    }
}
