# One image: the packages, the built client, the server. Data lives in /data.
FROM node:24-bookworm-slim
WORKDIR /app
COPY . .
RUN node server/cli/setup.mjs start
ENV DATA_DIR=/data PORT=2567
VOLUME /data
EXPOSE 2567
RUN mkdir -p /data && chown node:node /data
USER node
CMD ["node", "server/main.ts"]
