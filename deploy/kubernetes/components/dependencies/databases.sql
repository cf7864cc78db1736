-- Run once, when the volume is empty. A database a service: none reads another's tables.
CREATE DATABASE catalog;
CREATE DATABASE matching;
CREATE DATABASE salary;
