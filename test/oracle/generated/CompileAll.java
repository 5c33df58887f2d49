import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles each folder into itself, and prints those that the compiler refuses. */
public class CompileAll {
    public static void main(String[] args) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (int i = 1; i < args.length; i++) {
            Path folder = Path.of(args[i]);
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null); Stream<Path> found = Files.walk(folder)) {
                List<File> sources = found.filter(one -> one.toString().endsWith(".java")).map(Path::toFile).collect(Collectors.toList());
                List<String> options = List.of("-nowarn", "-proc:none", "-cp", args[0], "-d", folder.toString());
                boolean isFine = compiler.getTask(null, files, said, options, null, files.getJavaFileObjectsFromFiles(sources)).call();
                if (!isFine) {
                    System.out.println(args[i]);
                    said.getDiagnostics().forEach(System.err::println);
                }
            }
        }
    }
}
