import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Calls every method of Cases in an embedded Tomcat, over HTTP and over a connector that says it is secure, and prints the Set-Cookie headers. */
public class ServletRunner {
    public static void main(String[] args) throws Exception {
        TwoDoors doors = new TwoDoors();
        Tomcat tomcat = doors.tomcat;
        Connector plain = doors.plain;
        Connector secure = doors.secure;
        Cases cases = new Cases();
        List<Method> methods = new ArrayList<>(Arrays.asList(Cases.class.getDeclaredMethods()));
        methods.removeIf(method -> !method.getName().startsWith("serve"));
        methods.sort(Comparator.comparing(Method::getName));
        List<String> paths = new ArrayList<>();
        for (Method method : methods) {
            paths.add("/" + method.getName() + "/");
            add(tomcat, method.getName(), new HttpServlet() {
                @Override
                protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                    try {
                        method.setAccessible(true);
                        method.invoke(cases, request, response);
                    } catch (IllegalAccessException | InvocationTargetException error) {
                        throw new IllegalStateException(error);
                    }
                }
            });
        }
        for (Sessions sessions : new Sessions[] {new Sessions.Default(), new Sessions.On()}) {
            String name = sessions.getClass().getSimpleName();
            paths.add("/" + name + "/");
            Context context = add(tomcat, name, new HttpServlet() {
                @Override
                protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                    request.getSession(true);
                }
            });
            context.addServletContainerInitializer((classes, servletContext) -> sessions.start(servletContext), null);
        }
        tomcat.start();
        HttpClient client = HttpClient.newHttpClient();
        for (Connector connector : new Connector[] {plain, secure}) {
            for (String path : paths) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + path)).build();
                HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
                for (String header : response.headers().allValues("set-cookie")) System.out.println((connector == secure) + "\t" + path.replace("/", "") + "\t" + header);
            }
        }
        tomcat.stop();
        System.exit(0);
    }

    private static Context add(Tomcat tomcat, String name, Servlet servlet) {
        Context context = tomcat.addContext("/" + name, null);
        Tomcat.addServlet(context, "servlet", servlet);
        context.addServletMappingDecoded("/*", "servlet");
        return context;
    }
}
