/** Examples of the surfaces in ../nest.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'nest/response-cookie': {
    bad: code`
      import { Controller, Post, Res } from '@nestjs/common';
      import type { Response } from 'express';
      @Controller('auth')
      export class AuthController {
        @Post('login')
        login(@Res({ passthrough: true }) res: Response) {
          res.cookie('jwt', this.sign(), { httpOnly: true });
        }
      }
    `,
    good: code`
      import { Controller, Post, Res } from '@nestjs/common';
      import type { Response } from 'express';
      @Controller('auth')
      export class AuthController {
        @Post('login')
        login(@Res({ passthrough: true }) res: Response) {
          res.cookie('jwt', this.sign(), { httpOnly: true, secure: true });
        }
      }
    `,
  },
} satisfies Examples;
