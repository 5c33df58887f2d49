/** Examples of the surfaces in ../cherrypy.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'cherrypy/sessions-secure': {
    bad: 'cherrypy.config.update({"tools.sessions.on": True})',
    good: 'cherrypy.config.update({"tools.sessions.on": True, "tools.sessions.secure": True})',
  },
  'cherrypy/response-cookie': {
    bad: code`
      cookie = cherrypy.response.cookie
      cookie["seen"] = "1"
    `,
    good: code`
      cookie = cherrypy.response.cookie
      cookie["seen"] = "1"
      cookie["seen"]["secure"] = True
    `,
  },
} satisfies Examples;
